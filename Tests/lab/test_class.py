"""A class: a code to join with, the note first, pupils' runs in one band on the teacher's screen."""

import http.client
import json
import re
import time
import unittest

from browser import Page
from server import Server, ask, events


class ClassTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server("--class", "--country", "FR")
        cls.code = re.search(r"code of the class: (\w+)", cls.server.greeting).group(1)
        cls.key = re.search(r"teacher=(\w+)", cls.server.greeting).group(1)

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()

    def pooled(self):
        time.sleep(1.1)  # the screen is a second old at most
        status, _, body = self.server.request(
            "GET", "/api/class", headers={"x-vigie-key": self.key}
        )
        self.assertEqual(status, 200)
        return json.loads(body)

    def run_as_pupil(self, **changes):
        status, _, body = self.server.post("/api/run", ask(code=self.code, **changes))
        self.assertEqual(status, 200)
        return events(body.decode())

    def test_the_printed_address_is_answered_on_the_network(self):
        address = re.search(r"pupils:  http://([^/]+)/", self.server.greeting).group(1)
        link = http.client.HTTPConnection(address, timeout=5)
        link.request("GET", "/")
        self.assertEqual(link.getresponse().status, 200)
        link.close()

    def test_nobody_runs_without_the_code(self):
        for code in ("", "WRONG1", self.code.lower()):
            status, _, _ = self.server.post("/api/run", ask(code=code))
            self.assertEqual(status, 403)

    def test_only_the_teacher_sees_the_pooled_runs(self):
        for key in ("", self.code, self.key[:-1]):
            status, _, _ = self.server.request("GET", "/api/class", headers={"x-vigie-key": key})
            self.assertEqual(status, 403)

    def test_pupils_with_different_seeds_give_one_band_and_a_shared_address_counts_once(self):
        question = {"preset": "questions/2-telephone"}
        alone = self.run_as_pupil(seed=501, **question)
        for seed in (502, 503, 503):
            self.run_as_pupil(seed=seed, **question)
        pool = next(one for one in self.pooled() if one["question"] == "questions/2-telephone")
        self.assertEqual(pool["seeds"], 3)
        self.assertEqual(pool["bands"]["pairs"], 18)

        # More worlds don't narrow the limits, but say more about them; what narrows is the error.
        lead = [value for kind, value in alone if kind == "bands"][-1]["rows"][0]
        pooled = pool["bands"]["rows"][0]
        self.assertEqual((lead["method"], pooled["method"]), ("range", "prediction"))
        self.assertLess(pooled["mc"][2] - pooled["mc"][1], lead["mc"][2] - lead["mc"][1])

    def test_a_pupil_reads_the_note_joins_and_is_pooled(self):
        pupil, teacher = Page(), Page()
        try:
            pupil.open(self.server.address + "#lang=en")
            pupil.until(lambda: pupil.one("#door").is_displayed())
            self.assertIn("119", pupil.text("#door"))
            self.assertIn("15 years and over", pupil.text("#door"))
            self.assertFalse(pupil.one("#page").is_displayed())
            self.assertEqual(pupil.axe(), [])
            pupil.one("#code").send_keys("NOTIT2\n")
            pupil.until(
                lambda: pupil.one("#say").get_attribute("textContent").startswith("This code")
            )
            pupil.one("#code").clear()
            pupil.one("#code").send_keys(self.code.lower() + "\n")
            pupil.finished()
            teacher.open(f"{self.server.address}#lang=en&teacher={self.key}&code={self.code}")
            teacher.finished()
            teacher.until(
                lambda: re.search("plausible worlds: 80; different seeds: 2", teacher.text("#pools"))
            )
            self.assertNotIn(self.key, teacher.one("#address").get_attribute("value"))
            self.assertEqual(teacher.axe(), [])
        finally:
            pupil.close()
            teacher.close()
