"""What the tests of sharing record in the case of Latvia."""

TOP = 'country = "LV"\ntreaty = "ottawa"\n'
ANALYSIS = '\n[[event]]\ndate = 2025-03-18\nstage = "ministry-analysis"\nbody = "Ministry of Defence"\n'
DIRECTIVE = '\n[[event]]\ndate = 2025-04-18\nstage = "cabinet-directive"\n'
REJECT = '\n[[event]]\ndate = 2025-04-10\naction = "reject"\n'
NOTE = '\n[[event]]\ndate = 2025-04-01\naction = "note"\ntopic = "law"\n'
LATER = NOTE.replace("04-01", "05-01")
BASE = f"{TOP}{ANALYSIS}"
CHANGED = BASE.replace("Ministry of Defence", "Ministries of Defence")
OTHERWISE = BASE.replace("Ministry of Defence", "Four ministers")
CANNOT = (
    "cases/latvia.toml is left in conflict: with both versions `cabinet-directive` on 2025-04-18 cannot have happened: "
    "no `advance` follows while the case is rejected (since 2025-04-10)"
)
SHOWS_WHERE = "`tracker check cases/latvia.toml` shows where; put it right, then type `git add cases/latvia.toml`"
RESOLVED = "both versions are in cases/latvia.toml, and git knows that it is resolved"
