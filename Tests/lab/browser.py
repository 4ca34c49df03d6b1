"""Debian's Chromium without a screen, and without any network but this computer."""

import json
import pathlib
import re
import tempfile

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

AXE = next(
    pathlib.Path(__import__("axe_selenium_python").__file__).parent.rglob("axe.min.js")
).read_text()


class Page:
    """One page in one browser."""

    def __init__(self, width=1280, height=900, calm=False):
        self.downloads = tempfile.TemporaryDirectory()
        options = Options()
        for text in (
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            "--lang=en",
            f"--window-size={width},{height}",
            # No name but this computer's has an address: nothing outside can be reached.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            *(["--force-prefers-reduced-motion"] if calm else []),
        ):
            options.add_argument(text)
        options.binary_location = "/usr/bin/chromium"
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        options.add_experimental_option(
            "prefs", {"download.default_directory": self.downloads.name}
        )
        self.driver = webdriver.Chrome(options, Service("/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(30)
        self.size(width, height)

    def size(self, width, height):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500},
        )

    def open(self, address):
        # From a blank page: only another fragment would not load the page anew.
        self.driver.get("about:blank")
        self.driver.get(address)

    def close(self):
        self.driver.quit()
        self.downloads.cleanup()

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def text(self, selector):
        return self.one(selector).text

    def js(self, code, *values):
        return self.driver.execute_script(code, *values)

    def until(self, condition, seconds=15):
        return WebDriverWait(self.driver, seconds, 0.05).until(lambda _: condition())

    def finished(self, pairs=40):
        """Waits for the last paired run of the present settings: from their change on the page is busy."""
        self.until(lambda: self.one("#results").get_attribute("aria-busy") == "false", 120)
        assert re.search(rf": {pairs} (of|sur) ", self.text("#progress")), self.text("#progress")
        return self.text("#headline")

    def table(self):
        """All numbers of the results."""
        return self.one("#table").get_attribute("textContent")

    def control(self, key, kind="input[type=range]"):
        return self.one(f'[data-key="{key}"] {kind}')

    def marks(self):
        """Milliseconds from the start of loading to the page's own marks."""
        return dict(
            self.js(
                "return performance.getEntriesByType('mark').map((mark) => [mark.name, mark.startTime])"
            )
        )

    def clock_hours(self):
        """Simulated hours that the clock shows."""
        day, hours, minutes = re.search(
            r"(\d+) \D+ \d+, (\d\d):(\d\d)", self.text("#clock")
        ).groups()
        return (int(day) - 1) * 24 + int(hours) + int(minutes) / 60

    def complaints(self):
        """What the browser's console says."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requested(self):
        """Every address that was asked for."""
        found = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.append(message["params"]["request"]["url"])
        return found

    def axe(self):
        """What axe-core finds that is serious or worse, as short texts."""
        self.js(AXE)
        result = self.driver.execute_async_script(
            "const done = arguments[arguments.length - 1]; axe.run().then(done);"
        )
        return [
            f"{one['id']}: {one['nodes'][0]['html'][:120]}"
            for one in result["violations"]
            if one["impact"] in ("serious", "critical")
        ]
