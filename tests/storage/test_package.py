"""What is shipped is found, countries are read once."""

from __future__ import annotations

from tracker.core.country import Country
from tracker.storage import package


def test_countries_are_found_by_their_code() -> None:
    countries = package.countries()
    assert countries["LV"] == Country("LV", "LVA", "Latvia")
    assert countries["NL"] == Country("NL", "NLD", "Netherlands", the=True)
    assert {"EU", "XK"} <= countries.keys()
    assert package.countries() is countries


def test_cases_and_treaties_lie_where_a_checkout_has_them() -> None:
    assert (package.cases() / "latvia.toml").is_file()
    assert (package.treaties() / "ottawa.toml").is_file()
    assert not package.is_in_wheel(package.cases())
