"""Which texts are read, and which are refused."""

import pytest

from chancery.capture import Metadata, Source
from chancery.clean import clean
from chancery.errors import UnknownLanguage

ENGLISH = "The ministers met on Thursday and agreed to meet again in March. They did not say what they would do if the talks failed once more."
CHINESE = "两国部长星期四举行会谈，并同意在三月再次会面。他们没有说明如果谈判再次失败将采取什么行动。两国代表团将于下周返回首都。"
FRENCH = "Les ministres se sont vus jeudi et sont convenus de se revoir en mars. Ils n'ont pas dit ce qu'ils feraient en cas d'échec."


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (CHINESE, "zh")])
def test_another_language_is_refused_with_its_name(text: str, language: str) -> None:
    with pytest.raises(UnknownLanguage, match=f"'{language}'.*installed: fr"):
        clean(Source("a", "a.txt", text))


@pytest.mark.parametrize("text", [FRENCH, "Brève.", "OK", "12/03", f"{FRENCH}\n\n“We will be back”, he said in English.", ENGLISH[:50]])
def test_french_and_what_is_too_short_to_tell_is_read(text: str) -> None:
    assert clean(Source("a", "a.txt", text)).language == "fr"


def test_a_given_language_is_believed() -> None:
    assert clean(Source("a", "a.txt", FRENCH, metadata=Metadata(language="fr-BE"))).language == "fr-BE"
    with pytest.raises(UnknownLanguage):
        clean(Source("a", "a.txt", FRENCH, metadata=Metadata(language="de")))
