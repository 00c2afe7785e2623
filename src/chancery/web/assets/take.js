// Where data scripts put what they hold. The first script of every page.
"use strict";

window.chancery = {
  data: {},
  take(name, text) {
    this.data[name] = JSON.parse(text);
  },
  /** Loads data that few readers ask for; opened from disk, a script is the only thing that a page can load. */
  load(name) {
    this.loading ??= new Map();
    if (!this.loading.has(name)) {
      this.loading.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = `${document.documentElement.dataset.root}data/${name}.js`;
        script.onload = () => resolve(this.data[name]);
        script.onerror = () => reject(new Error(`data/${name}.js is missing from this folder`));
        document.head.append(script);
      }));
    }
    return this.loading.get(name);
  },
};
