"""Names that bring someone in by themselves: at the head of an item of a list, or before a colon."""

from chancery.analysis.actors.scene import Named, Scene

BULLETS = ("•", "►", "*")
"""Marks before the items of a list."""


def heads(scene: Scene, name: Named) -> bool:
    """Whether the name opens an item of a list, or words without a verb up to a colon: `• Capitaine |Paul Roy|, 34 ans`, `|Paul Roy| : 34 ans.`"""
    first, after = scene.first_of_sentence(name.first), scene.after_sentence(name.first)
    if name.type != "PER" or scene.quoted[name.first] or name.after >= after:
        return False
    bullet = next((place for place in range(name.first - 1, first - 1, -1) if scene.row[place].text in BULLETS), None)
    if scene.row[name.after].text != ":" and (scene.row[name.after].text != "," or bullet is None):
        return False
    words = scene.row[first if bullet is None else bullet : after]
    return not any("Mood" in token.morph or token.morph.get("VerbForm") == "Fin" for token in words)
