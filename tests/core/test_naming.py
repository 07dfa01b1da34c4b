"""Which case a word means, and what a new case is called."""

from dataclasses import replace

import pytest

from tests.core.tell import LATVIA, LITHUANIA, case
from tracker.core.country import Country
from tracker.core.errors import NotFound
from tracker.core.naming import (
    case_id,
    case_of_country,
    country_named,
    doubles,
    file_name,
    known,
    may_be_of,
    may_double,
    meant,
    stage_named,
)
from tracker.core.stage import Stage

FRANCE = Country("FR", "FRA", "France")
NETHERLANDS = Country("NL", "NLD", "Netherlands", the=True)
COUNTRIES = (LATVIA, LITHUANIA, FRANCE, NETHERLANDS)
CASES = (
    case(),
    replace(case(id_="lithuania"), country=LITHUANIA),
    replace(case(id_="lithuania-ccm"), country=LITHUANIA),
)
IDS = tuple(one.id for one in CASES)


def test_an_id_is_known_without_regard_to_case() -> None:
    assert case_id("LATVIA", ["estonia", "Latvia"]) == "Latvia"
    assert case_id("lv", IDS) is None


@pytest.mark.parametrize("word", ["lv", "LVA", "Latvia", "LATVIA"])
def test_a_country_means_its_one_case(word: str) -> None:
    """By either code or by name."""
    assert case_of_country(word, CASES, IDS, COUNTRIES) == "latvia"


@pytest.mark.parametrize(
    ("word", "message", "hint"),
    [
        ("LT", "`LT` means several cases: `lithuania`, `lithuania-ccm`", "name one of them"),
        ("latvai", "there is no case `latvai`", "did you mean `latvia`?"),
        ("fr", "there is no case `fr`", "`tracker new FR` starts one"),
        ("atlantis", "there is no case `atlantis`", "the cases there are: latvia, lithuania, lithuania-ccm"),
    ],
)
def test_a_word_that_means_no_one_case_is_not_found(word: str, message: str, hint: str) -> None:
    """The candidates, the nearest, how to begin, or what there is."""
    with pytest.raises(NotFound) as refusal:
        case_of_country(word, CASES, IDS, COUNTRIES)
    assert (refusal.value.message, refusal.value.hint, refusal.value.exit_code) == (message, hint, 3)


def test_a_slip_in_a_countrys_name_finds_its_case_by_another_id() -> None:
    """The name is written as a country's is."""
    with pytest.raises(NotFound) as refusal:
        case_of_country("latvai", [case(id_="x-1")], ["x-1"], COUNTRIES)
    assert refusal.value.hint == "did you mean `Latvia`?"


def test_a_country_is_known_by_code_or_name() -> None:
    assert country_named("nl", COUNTRIES) is NETHERLANDS
    assert country_named("netherlands", COUNTRIES) is NETHERLANDS
    assert country_named("holland", COUNTRIES) is None
    assert (NETHERLANDS.in_sentence, LATVIA.in_sentence) == ("the Netherlands", "Latvia")


def test_a_treaty_takes_its_article_in_a_sentence() -> None:
    assert case().treaty.in_sentence == "the Convention"
    assert replace(case().treaty, the=False).in_sentence == "Convention"


@pytest.mark.rule(1)
def test_a_stage_is_known_by_id_or_label() -> None:
    """Without regard to case."""
    assert stage_named("Draft-Law") is stage_named("draft law") is Stage.DRAFT_LAW
    assert stage_named("notice") is Stage.UN_NOTIFICATION
    assert stage_named("law") is None


def test_the_nearest_name_is_a_hint() -> None:
    """Written as it is, found without regard to case."""
    assert meant("PARLAMENT-VOTE", Stage) == "did you mean `parliament-vote`?"
    assert meant("zzz", Stage) is None
    assert meant("zzz", []) is None


def test_what_there_is_is_a_hint() -> None:
    """Not all of it where it is much."""
    assert known([], "cases") is None
    assert known(["a", "b"], "cases") == "the cases there are: a, b"
    assert known(list("abcdefghijklm"), "cases") == "the cases there are: a, b, c, d, e, f, g, h, i, j, k, l, …"


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("Latvia", (), "latvia"),
        ("Latvia", ("Latvia",), "latvia-ottawa"),
        ("Latvia", ("latvia", "latvia-ottawa"), "latvia-ottawa-2"),
        ("Latvia", ("latvia", "latvia-ottawa", "latvia-ottawa-2"), "latvia-ottawa-3"),
        ("Latvia", ("latvia-ottawa",), "latvia"),
        ("United States", (), "united-states"),
        ("Türkiye", (), "turkiye"),
        ("Côte d'Ivoire", (), "cote-divoire"),
        ("São Tomé and Príncipe", (), "sao-tome-and-principe"),
        ("Guinea-Bissau", (), "guinea-bissau"),
    ],
)
def test_a_new_case_is_named_after_its_country(name: str, taken: tuple[str, ...], expected: str) -> None:
    """In plain letters; with the treaty where that is taken, then with a number."""
    assert file_name(Country("XX", "XXX", name), "ottawa", taken) == expected


@pytest.mark.parametrize(
    ("id_", "text", "may_be"),
    [
        ("latvia-ccm", "", True),
        ("LATVIA", "", True),
        ("x", 'country = "LV"', True),
        ("x", 'country = "LT"', False),
    ],
)
def test_a_file_that_cannot_be_read_may_be_a_countrys(id_: str, text: str, *, may_be: bool) -> None:
    """By its name or by what it says."""
    assert may_be_of(LATVIA, id_, text) is may_be


def test_cases_that_share_country_and_treaty_are_doubles() -> None:
    """Views add the id to their name."""
    again = replace(CASES[0], id="latvia-ottawa")
    assert doubles([*CASES, again]) == {"latvia", "latvia-ottawa", "lithuania", "lithuania-ccm"}
    assert doubles([CASES[0], CASES[1]]) == frozenset()


def test_a_case_that_is_doubled_by_one_elsewhere_is_told_by_its_id() -> None:
    """Though it stands among these alone; that another file has its country and treaty is no part of what it says."""
    doubled = replace(CASES[0], doubled=True)
    assert doubles([doubled]) == {"latvia"}
    assert doubled == CASES[0]


@pytest.mark.parametrize(
    ("id_", "may"),
    [
        ("latvia-ottawa", True),
        ("Latvia-Ottawa-2", True),
        ("latvia-again", True),
        ("lv", True),
        ("lva-2", True),
        ("latvia", False),  # the case itself
        ("latvia-ccm", False),
        ("latvia-ccm-2", False),
        ("latvian", False),
        ("lvov", False),
        ("lithuania", False),
        ("new-latvia", False),
    ],
)
def test_a_file_may_double_a_case_by_its_name(id_: str, *, may: bool) -> None:
    """It begins with the country, and names no other treaty."""
    assert may_double([case()], [id_], ("ottawa", "CCM")) == ((id_,) if may else ())


def test_a_treaty_that_ends_in_a_number_is_not_mistaken_for_another() -> None:
    """The last number of a name may count the cases, or belong to the treaty."""
    ids = ["latvia-unesco", "latvia-unesco-2", "latvia-unesco-1970", "latvia-unesco-1970-2"]
    old, new = (replace(case(id_="x"), treaty=replace(case().treaty, id=id_)) for id_ in ("unesco", "unesco-1970"))
    known_ = ("unesco", "unesco-1970")
    assert may_double([new], ids, known_) == ("latvia-unesco-1970", "latvia-unesco-1970-2")
    assert may_double([old], ids, known_) == ("latvia-unesco", "latvia-unesco-2")
