"""The question with rivals in a browser: rooms that empty and fill, harm net and by its parts."""

import re
import unittest

from browser import Page
from server import Server


class RivalTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()
        cls.page = Page()

    @classmethod
    def tearDownClass(cls):
        cls.page.close()
        cls.server.stop()

    def open(self, fragment):
        self.page.open(self.server.address + "#" + fragment)
        return self.page.finished()

    def rooms(self, side):
        """How many the tally counts on line and, of those, at rivals."""
        tally = self.page.text(f"#tally-{side}")
        return [
            int(re.search(f"{words} (\\d+)", tally).group(1)) for words in ("on line", "at rivals")
        ]

    def test_a_platform_that_closes_empties_and_the_rivals_rooms_fill(self):
        self.open("preset=questions/6-closure&lang=en")
        self.page.one("#pause").click()
        self.page.one("#reset").click()
        self.page.one("#day").click()
        self.page.until(lambda: self.page.clock_hours() == 24)
        before = self.rooms("a")
        self.assertEqual(before, self.rooms("b"))
        self.assertGreater(before[0], before[1])
        self.page.one("#day").click()
        self.page.until(lambda: self.page.clock_hours() == 48)
        open_, shut = self.rooms("a"), self.rooms("b")
        self.assertGreater(open_[0], open_[1])
        self.assertEqual(shut[0], shut[1])
        self.assertGreater(shut[1], open_[1])

    def test_every_question_has_the_rivals_rooms_below_the_platforms(self):
        for preset in ("6-closure", "3-moderators"):
            self.open(f"preset=questions/{preset}&lang=en")
            for side in ("a", "b"):
                self.assertIn("at rivals", self.page.text(f"#tally-{side}"))

    def test_parts_and_rooms_fit_a_phone(self):
        self.page.size(360, 740)
        self.open("preset=questions/6-closure&lang=fr")
        self.assertLessEqual(self.page.js("return document.documentElement.scrollWidth"), 360)
        self.assertEqual(self.page.axe(), [])
        self.page.size(1280, 900)

    def test_harm_among_rivals_is_told_net_and_by_its_parts(self):
        for language, part, gone in (
            ("en", "on the platform", r"on the platform [\d,.]+ → 0, −100 % \(−100 % to −100 %\)"),
            ("fr", "sur la plateforme", r"plateforme [\d\s,]+ → 0, −100 % \(−100 % à −100 %\)"),
        ):
            self.open(f"preset=questions/6-closure&lang={language}")
            told = self.page.text("#parts").replace("\u00a0", " ")
            self.assertRegex(told, gone)
            self.assertEqual(told.count("→"), 4, told)
            self.assertNotRegex(told, r"\{\d\}|–|NaN|null|undefined")
            rows = self.page.js(
                "return [...document.querySelectorAll('#table tbody tr')].map((row) =>"
                " [...row.cells].map((cell) => cell.textContent))"
            )
            labels = [row[0] for row in rows]
            for label in (
                ("here", "in private", "elsewhere") if language == "en" else ("plateforme", "privé", "ailleurs")
            ):
                self.assertTrue(any(label in one for one in labels), labels)
            changes = [row[4].replace("\u00a0", " ") for row in rows if len(row) > 4]
            self.assertTrue(changes[1].startswith("−100 %"), changes)
        self.open("preset=questions/3-moderators&lang=en")
        self.assertEqual(self.page.text("#parts").count("→"), 4)
