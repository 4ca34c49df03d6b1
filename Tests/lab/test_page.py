"""The page in a browser: what a pupil does, by keyboard, on a phone and on a projector."""

import csv
import pathlib
import re
import subprocess
import time
import unittest
import xml.etree.ElementTree

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from browser import Page
from server import VIGIE, Server


class PageTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()
        cls.page = Page()

    @classmethod
    def tearDownClass(cls):
        cls.page.close()
        cls.server.stop()

    def setUp(self):
        self.page.size(1280, 900)

    def open(self, fragment="lang=en"):
        self.page.open(self.server.address + "#" + fragment)
        return self.page.finished()

    def saved(self, name):
        path = pathlib.Path(self.page.downloads.name) / name
        self.page.until(lambda: path.exists() and path.stat().st_size > 0)
        return path

    def test_first_picture_within_2_s_and_first_band_within_5_s(self):
        self.page.complaints()
        self.open()
        marks = self.page.marks()
        print(
            f"first picture {marks['first-picture']:.0f} ms, "
            f"first band {marks['first-band']:.0f} ms after the start of loading"
        )
        self.assertLess(marks["first-picture"], 2000)
        self.assertLess(marks["first-band"], 5000)
        self.assertEqual(self.page.complaints(), [])

    def test_a_control_moved_by_keyboard_changes_address_and_results(self):
        self.open("preset=questions/3-moderators&lang=en")
        before = self.page.table()
        slider = self.page.control("moderation.hours_per_day")
        slider.send_keys(Keys.ARROW_RIGHT * 8)
        self.page.until(lambda: "moderation.hours_per_day=16" in self.page.driver.current_url)
        self.page.finished()
        # All numbers: those of the headline alone may be the same to the last digit shown.
        self.assertNotEqual(self.page.table(), before)
        box = self.page.control("moderation.hours_per_day", "input[type=number]")
        self.assertEqual(box.get_attribute("value"), "16")
        shared = self.page.one("#address").get_attribute("value")
        self.assertIn("moderation.hours_per_day=16", shared)

    def test_results_never_stand_under_settings_that_are_not_theirs(self):
        self.open("preset=questions/3-moderators&lang=en")
        slider = self.page.control("moderation.hours_per_day")
        shown = self.page.js(
            "arguments[0].value = 9; arguments[0].dispatchEvent(new Event('input'));"
            "return document.getElementById('headline').textContent",
            slider,
        )
        self.assertEqual(shown, "not enough runs yet")

    def test_the_address_restores_everything(self):
        self.open("preset=questions/3-moderators&moderation.staff=2&seed=77&lang=en")
        first = self.page.text("#words")
        self.page.driver.refresh()
        self.page.finished()
        self.assertEqual(self.page.text("#words"), first)
        self.assertEqual(self.page.one("#seed").get_attribute("value"), "77")
        staff = self.page.control("moderation.staff", "input[type=number]")
        self.assertEqual(staff.get_attribute("value"), "2")
        self.open("preset=questions/3-moderators&seed=77&lang=en")
        self.assertNotEqual(self.page.text("#words"), first)

    def test_a_drawn_value_that_is_set_is_held_even_at_its_default(self):
        self.open()
        box = self.page.control("people.minor_share", "input[type=number]")
        default = box.get_attribute("value")

        def note():
            return self.page.one('[data-key="people.minor_share"] .note').text

        self.assertIn("drawn anew in each world", note())
        for value in ("30", default):
            # An empty box takes its old value back: what is there is typed over.
            box.send_keys(Keys.CONTROL + "a")
            box.send_keys(value + Keys.TAB)
            self.page.until(lambda: "held in all worlds" in note())
            self.page.until(lambda: f"minor_share={value}" in self.page.driver.current_url)
        self.page.one("#back").click()
        self.assertNotIn("minor_share", self.page.driver.current_url)
        self.page.finished()

    def test_the_worlds_are_counted_and_what_the_limits_are_is_said(self):
        self.open()
        worlds = self.page.text("#worlds")
        self.assertRegex(worlds, r"fewer in [\d.]+ of 40 plausible worlds")
        self.assertIn("95 % of plausible worlds lie between them", worlds)
        found = re.search(
            r"the mean of the worlds, (\S+) %, is known to lie between (\S+) % and (\S+) %", worlds
        )
        mean, low, high = (float(text.replace("−", "-")) for text in found.groups())
        self.assertTrue(low < mean < high, worlds)

    def test_nonsense_in_the_address_is_passed_over(self):
        self.open("preset=nothing&seed=-4&moderation.staff=1e9&people.minor_share=&x=y&lang=zz")
        self.assertEqual(self.page.one("#seed").get_attribute("value"), "1")
        self.assertNotIn("moderation.staff", self.page.driver.current_url)

    def test_run_pause_one_day_and_reset(self):
        self.open()
        self.page.one("#pause").click()
        stopped = self.page.clock_hours()
        time.sleep(0.4)
        self.assertEqual(self.page.clock_hours(), stopped)
        self.page.one("#reset").click()
        self.assertEqual(self.page.clock_hours(), 12)
        self.page.one("#day").click()
        self.page.until(lambda: self.page.clock_hours() == 24)
        time.sleep(0.3)
        self.assertEqual(self.page.clock_hours(), 24)
        self.page.one("#run").click()
        self.page.until(lambda: self.page.clock_hours() > 25)
        self.page.one("#pause").click()

    def test_both_sides_begin_with_the_same_people_and_then_differ(self):
        self.open("preset=questions/2-telephone&lang=en")
        self.page.one("#pause").click()
        self.page.one("#reset").click()
        for day in (1, 2):
            self.page.one("#day").click()
            self.page.until(lambda: self.page.clock_hours() == 24 * day)
            counts = [
                re.findall(r"\d+", self.page.text(side).split("on line")[1])
                for side in ("#tally-a", "#tally-b")
            ]
            self.assertGreater(int(counts[0][0]), 5)
            # The policy begins with the second day.
            self.assertEqual(counts[0] == counts[1], day == 1)

    def test_every_question_runs_in_both_languages(self):
        self.open("lang=en")
        questions = self.page.js(
            "return document.querySelectorAll('#preset optgroup:first-child option').length"
        )
        self.assertEqual(questions, 6)
        for number in range(1, 7):
            self.assertEqual(self.page.text("#ask-title"), f"Question {number} of 6")
            self.assertTrue(self.page.text("#words").startswith("In this model"))
            self.page.one('[data-language="1"]').click()
            self.assertEqual(self.page.text("#ask-title"), f"Question {number} sur 6")
            self.assertTrue(self.page.text("#words").startswith("Dans ce modèle"))
            self.page.one('[data-language="0"]').click()
            self.page.one("#next").click()
            self.page.finished()

    def test_french_is_whole_and_comes_back_as_english(self):
        self.open()
        english = {self.page.text(f"#{name}") for name in ("rooms-title", "headline", "words")}
        self.page.one('[data-language="1"]').click()
        self.assertEqual(self.page.js("return document.documentElement.lang"), "fr")
        self.assertTrue(self.page.text("#words").startswith("Dans ce modèle"))
        keys = self.page.js(
            "return [...document.querySelectorAll('[data-word]')]"
            ".filter((one) => one.textContent === one.dataset.word).map((one) => one.textContent)"
        )
        self.assertEqual(keys, [])
        self.page.one('[data-language="0"]').click()
        self.assertTrue(
            english.issubset(
                {self.page.text(f"#{name}") for name in ("rooms-title", "headline", "words")}
            )
        )

    def test_the_table_can_be_saved_and_read(self):
        self.open()
        self.page.one('[data-export="csv"]').click()
        rows = list(csv.DictReader(self.saved("vigie.csv").open()))
        lead = next(row for row in rows if row["outcome"] == "unwanted_contacts")
        self.assertLess(float(lead["ratio_ui_low"]), float(lead["ratio_median"]))
        self.assertEqual((lead["draws"], lead["ui_method"]), ("40", "percentile"))
        shown = self.page.js(
            "return document.querySelectorAll('#table tbody td:first-child').length"
        )
        self.assertEqual(len({row["outcome"] for row in rows}), shown)
        self.assertGreaterEqual(shown, 10)

    def test_the_chart_can_be_saved_as_svg_and_png(self):
        self.open()
        for kind in ("svg", "png"):
            self.page.one(f'[data-export="{kind}"]').click()
        tree = xml.etree.ElementTree.parse(self.saved("vigie.svg"))
        names = [part.tag.split("}")[1] for part in tree.iter()]
        self.assertIn("desc", names)
        self.assertGreater(names.count("circle"), 1)
        self.assertEqual(self.saved("vigie.png").read_bytes()[:8], b"\x89PNG\r\n\x1a\n")

    def test_the_scenario_file_is_accepted_by_vigie_check(self):
        self.open("preset=questions/4-false-alarms&classifier.false_flags=0.5&lang=en")
        self.page.one('[data-export="yaml"]').click()
        path = self.saved("vigie.yaml")
        self.assertIn("false_flags: 0.5 %", path.read_text())
        ending = subprocess.run([VIGIE, "check", path], capture_output=True, text=True)
        self.assertEqual(ending.returncode, 0, ending.stderr)

    def test_axe_finds_no_serious_fault_in_either_language_or_size(self):
        for size in ((1280, 900), (360, 740)):
            for language in ("en", "fr"):
                with self.subTest(size=size, language=language):
                    self.page.size(*size)
                    self.open("lang=" + language)
                    self.page.js(
                        "document.querySelectorAll('details').forEach((one) => one.open = true)"
                    )
                    self.assertEqual(self.page.axe(), [])

    def test_nothing_is_asked_of_anybody_else(self):
        self.page.requested()
        self.open()
        self.page.one("#next").click()
        self.page.finished()
        asked = [
            url for url in self.page.requested() if not url.startswith(("about:", "data:", "blob:"))
        ]
        self.assertGreater(len(asked), 5)
        strangers = [url for url in asked if not url.startswith(self.server.address)]
        self.assertEqual(strangers, [])

    def test_no_sideways_scrolling_from_phone_to_projector_and_at_200_percent(self):
        for width, height in ((360, 740), (640, 450), (1024, 768), (1920, 1080)):
            with self.subTest(width=width):
                self.page.size(width, height)
                self.open("lang=fr&preset=questions/4-false-alarms")
                self.assertLessEqual(
                    self.page.js("return document.documentElement.scrollWidth"), width
                )

    def test_every_control_can_be_reached_by_tab_and_shows_it(self):
        self.open()
        wanted = set(
            self.page.js(
                "return [...document.querySelectorAll('button, select, input, summary')]"
                ".filter((one) => one.checkVisibility()).map((one, index) => one.dataset.tab = String(index))"
            )
        )
        body, seen = self.page.one("body"), set()
        body.click()
        self.page.js("document.activeElement.blur()")
        for _ in range(len(wanted) + 10):
            self.page.driver.switch_to.active_element.send_keys(Keys.TAB)
            found = self.page.js(
                "const one = document.activeElement; return [one.dataset.tab ?? '',"
                " getComputedStyle(one).outlineStyle, one.tagName]"
            )
            seen.add(found[0])
            if found[0]:
                self.assertNotEqual(found[1], "none", found)
        self.assertEqual(wanted - seen, set())

    def test_a_page_that_nobody_sees_stops_and_asks_again_when_it_is_seen(self):
        self.open()
        hide = (
            "Object.defineProperty(document, 'hidden', {configurable: true, get: () => arguments0});"
            "document.dispatchEvent(new Event('visibilitychange'));"
        )
        self.page.js(
            "document.getElementById('new-seed').click();" + hide.replace("arguments0", "true")
        )
        time.sleep(1)
        self.assertEqual(self.page.text("#headline"), "not enough runs yet")
        here = self.page.clock_hours()
        time.sleep(0.4)
        self.assertEqual(self.page.clock_hours(), here)
        self.page.js(hide.replace("arguments0", "false"))
        self.page.finished()

    def test_a_server_that_is_gone_is_said_in_words(self):
        other = Server()
        self.page.open(other.address + "#lang=en")
        self.page.finished()
        other.stop()
        self.page.one("#next").click()
        self.page.until(lambda: self.page.text("#headline") == "The server does not answer.")

    def test_help_lines_and_the_limits_stand_on_the_page(self):
        self.open("lang=fr")
        self.assertIn("119", self.page.text("#about"))
        self.assertIn("3018", self.page.text("#about"))
        self.assertIn("pas une prévision", self.page.text("#results"))
        burdens = [
            one.text for one in self.page.driver.find_elements(By.CSS_SELECTOR, "#chart text")
        ]
        self.assertIn("Refus à tort", burdens)
        self.assertIn("Préjudice déplacé ailleurs", burdens)


class CalmTests(unittest.TestCase):
    def test_less_motion_means_that_nothing_moves_unasked(self):
        server, page = Server(), Page(calm=True)
        try:
            page.open(server.address + "#lang=en")
            page.finished()
            self.assertEqual(page.clock_hours(), 12)
            time.sleep(0.7)
            self.assertEqual(page.clock_hours(), 12)
            page.one("#day").click()
            page.until(lambda: page.clock_hours() == 24)
        finally:
            page.close()
            server.stop()
