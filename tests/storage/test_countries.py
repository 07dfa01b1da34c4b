"""`tracker/countries.toml` says what ISO 3166-1 and everyday English say."""

import re
from collections.abc import Mapping

import pycountry
import pytest
import tomli

from tests import make_countries

Table = Mapping[str, Mapping[str, object]]
ADDED = {"EU": "EUE", "XK": "XKX"}


@pytest.fixture(scope="module")
def table() -> Table:
    return tomli.loads(make_countries.TARGET.read_text(encoding="utf-8"))


def test_codes_are_those_of_the_standard_and_two_more(table: Table) -> None:
    standard = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    assert len(standard) > 200, "pycountry gave too little to compare with"
    assert {code: row["alpha3"] for code, row in table.items()} == standard | ADDED


def test_added_codes_are_not_taken() -> None:
    """A code that the standard assigns one day must not hide behind ours."""
    for alpha2, alpha3 in ADDED.items():
        assert pycountry.countries.get(alpha_2=alpha2) is None
        assert pycountry.countries.get(alpha_3=alpha3) is None


def test_rows_hold_a_code_a_name_and_perhaps_an_article(table: Table) -> None:
    for code, row in table.items():
        assert re.fullmatch("[A-Z]{2}", code)
        assert {"alpha3", "name"} <= row.keys() <= {"alpha3", "name", "the"}, code
        assert row.get("the", True) is True, f"{code}: left out where it is false"


def test_codes_are_sorted(table: Table) -> None:
    assert list(table) == sorted(table)


def test_names_are_different_from_each_other(table: Table) -> None:
    assert len({str(row["name"]).casefold() for row in table.values()}) == len(table)


def test_names_are_written_as_in_a_sentence(table: Table) -> None:
    """No name is turned round ("Moldova, Republic of"), explained in brackets or led by its article."""
    names = [str(row["name"]) for row in table.values()]
    assert not [name for name in names if re.search(r",| \(.*\)$|^the ", name, re.IGNORECASE)]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("BS", "the Bahamas"),
        ("CD", "the Democratic Republic of the Congo"),
        ("CI", "Côte d'Ivoire"),
        ("EU", "the European Union"),
        ("FI", "Finland"),
        ("GB", "the United Kingdom"),
        ("KR", "South Korea"),
        ("MV", "the Maldives"),
        ("NL", "the Netherlands"),
        ("RU", "Russia"),
        ("SD", "Sudan"),
        ("TR", "Türkiye"),
        ("UA", "Ukraine"),
        ("US", "the United States"),
        ("VA", "the Holy See"),
        ("XK", "Kosovo"),
    ],
)
def test_sentences_put_the_article_where_english_does(table: Table, code: str, name: str) -> None:
    article = "the " if table[code].get("the") else ""
    assert article + str(table[code]["name"]) == name


def test_exceptions_are_needed() -> None:
    """An exception that the standard no longer calls for is taken out."""
    standard = {country.alpha_2: country.name for country in pycountry.countries}
    assert not [code for code, name in make_countries.NAMES.items() if standard[code] == name]


def test_making_it_again_gives_the_same_bytes() -> None:
    assert make_countries.TARGET.read_bytes() == make_countries.render().encode()
