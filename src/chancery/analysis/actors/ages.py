"""How old people are said to be, beside their names (`Anna, 28 ans`) and by what they are called (`la couturière de 28 ans`, `le trentenaire`)."""

from chancery.analysis.actors.phrases import Phrase
from chancery.analysis.actors.scene import Named, Person, Scene
from chancery.register import fold

UNTOLD = range(0)
"""No age."""
REACH = 9
"""Words from a noun to the age that its phrase ends with: `la directrice d'école à la retraite de 64 ans`."""


def beside(scene: Scene, name: Named) -> int | None:
    """The age right behind a name: `Anna Roy, 28 ans,`, `Anna Roy (28 ans)`."""
    behind = scene.row[name.after : name.after + 3]
    aged = len(behind) > 2 and behind[0].text in (",", "(") and behind[1].text.isdecimal() and scene.has("callings.ages", behind[2].text)
    return int(behind[1].text) if aged else None


def of(scene: Scene, phrase: Phrase) -> range:
    """The ages that someone called so can have; UNTOLD if the words are of none."""
    decades: dict[str, int] = scene.lexicon.words["decades"]
    word = fold(scene.row[phrase.noun].text)
    if word in decades:
        return range(decades[word], decades[word] + 10)
    for place in range(phrase.noun + 2, min(phrase.after, phrase.noun + REACH)):
        number = scene.row[place - 1]
        linked = scene.has("around.linking", scene.row[place - 2].text)
        if linked and number.text.isdecimal() and scene.has("callings.ages", scene.row[place].text):
            return range(int(number.text), int(number.text) + 1)
    return UNTOLD


def clash(ages: range, person: Person) -> bool:
    """Whether someone is known to be of none of these ages."""
    return bool(ages) and person.age is not None and person.age not in ages


def learn(ages: range, person: Person) -> None:
    """Note how old someone is by the one age of what they are called, if nothing told it before."""
    if len(ages) == 1 and person.age is None:
        person.age = ages.start
