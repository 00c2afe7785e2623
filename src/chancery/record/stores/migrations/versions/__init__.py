"""One step a file; `HEAD` of `stores.sqlite` names the last."""
