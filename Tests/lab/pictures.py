"""Writes the pictures of the page that the README shows: a projector and a phone."""

import time

from browser import Page
from server import ROOT, Server

SIZES = {
    "lab-projector": (1920, 1080, 0.6, "preset=questions/3-moderators&lang=en&seed=3"),
    "lab-phone": (360, 780, 1, "preset=questions/1-face-check&lang=fr&seed=3"),
}


def main():
    server = Server()
    for name, (width, height, scale, fragment) in SIZES.items():
        page = Page(width, height)
        try:
            page.open(f"{server.address}#{fragment}")
            page.finished()
            page.until(lambda: page.clock_hours() > 40)
            page.one("#pause").click()
            if width < 500:
                page.js("document.getElementById('rooms').scrollIntoView()")
            # Smaller than on the screen, so that the files stay small.
            page.driver.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride",
                {
                    "width": width,
                    "height": height,
                    "deviceScaleFactor": scale,
                    "mobile": width < 500,
                },
            )
            time.sleep(0.5)
            page.driver.save_screenshot(str(ROOT / "docs" / f"{name}.png"))
            print("wrote docs/" + name + ".png")
        finally:
            page.close()
    server.stop()


main()
