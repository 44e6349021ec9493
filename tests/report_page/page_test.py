"""The report's page in headless Chromium: nothing is loaded, everything answers, and much stands without scripts."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

HOSTILE = "<script>alert(1)</script>"
folder = None
driver = None


def start_browser():
    options = Options()
    options.binary_location = os.environ["CHROMIUM"]
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,1000",
                     "--lang=en-US", "--no-first-run", "--force-prefers-reduced-motion", "--disable-background-networking", "--disable-component-update",
                     f"--user-data-dir={folder.name}/browser"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(service=Service(os.environ["CHROMEDRIVER"]), options=options)


def setUpModule():
    global folder, driver
    folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    for language in ("en", "id"):
        subprocess.run([os.environ["WRITE_PAGE"], language, f"{folder.name}/{language}.html"], check=True)
    driver = start_browser()


def tearDownModule():
    driver.quit()
    folder.cleanup()


def open_page(language="en"):
    driver.get(pathlib.Path(folder.name, f"{language}.html").as_uri())


def find(selector):
    return driver.find_element(By.CSS_SELECTOR, selector)


def wait(condition):
    """The browser fires some events, and draws, a little later than it is told to."""
    return WebDriverWait(driver, 20, poll_frequency=0.05).until(lambda _: condition())


def texts(selector):
    return driver.execute_script(
        "return [...document.querySelectorAll(arguments[0])].map((found) => found.textContent)", selector)


class WithoutScripts:
    """The page's scripts do not run; the driver's own do."""

    def __enter__(self):
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})

    def __exit__(self, *_):
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def pixels(pane="index"):
    """The map's canvas of a pane as text."""
    return driver.execute_script(
        "return document.querySelector(`.leaflet-${arguments[0]}-pane canvas`)?.toDataURL() ?? 'none'", pane)


def settled_pixels(pane="index"):
    """The same once it stays as it is."""
    seen = []

    def is_settled():
        seen.append(pixels(pane))
        return len(seen) > 5 and len(set(seen[-5:])) == 1

    wait(is_settled)
    return seen[-1]


def open_boxes(selector="body"):
    """Opens all that is closed in an element; tables come to life as they open."""
    for box in driver.find_elements(By.CSS_SELECTOR, f"{selector} details:not([open]) > summary"):
        box.click()
    wait(lambda: driver.execute_script("""
        return [...document.querySelectorAll(`${arguments[0]} details[open] [data-table]`)]
            .every((table) => table.querySelector('.pager'))""", selector))


def column(table, number):
    return texts(f"{table} tbody td:nth-child({number})")


def requests():
    """What the browser asked for since the last call."""
    asked = []
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            asked.append(message["params"]["request"]["url"])
    return asked


class Quiet(unittest.TestCase):
    def test_nothing_is_loaded_and_nothing_complains(self):
        for language in ("en", "id"):
            driver.get_log("browser")
            requests()
            open_page(language)
            for select in ("season-choice", "index-choice"):
                for option in Select(find(f"#{select}")).options:
                    option.click()
                    settled_pixels()
            open_boxes()
            asked = [url for url in requests() if not url.startswith("data:")]
            self.assertEqual(asked, [pathlib.Path(folder.name, f"{language}.html").as_uri()])
            self.assertEqual(driver.get_log("browser"), [])


class Map(unittest.TestCase):
    def setUp(self):
        open_page()

    def test_another_index_changes_map_and_legend(self):
        before, legend = settled_pixels(), find("#map-legend").text
        self.assertIn("1-5 km\n20", legend)
        Select(find("#index-choice")).select_by_visible_text("Health centres")
        wait(lambda: pixels() != before)
        self.assertIn("Health centre\n3", find("#map-legend").text)
        self.assertEqual(find("#map-canvas").get_attribute("data-index"), "health_access_serving")
        self.assertFalse(find("#season-choice").is_displayed())

    def test_another_season_changes_map_and_legend(self):
        before = settled_pixels()
        Select(find("#season-choice")).select_by_visible_text("Wet season")
        wait(lambda: pixels() != before)
        self.assertIn("over 5 km\n20", find("#map-legend").text)
        self.assertEqual(find("#map-canvas").get_attribute("data-index"), "health_access_wet_distance")

    def test_a_tap_opens_the_card_of_the_settlement(self):
        canvas = find("#map-canvas")
        ActionChains(driver).move_to_element_with_offset(canvas, -40, 60).click().perform()
        card = find("#map-card").text
        self.assertIn("The nearest health centre is far.", card)
        self.assertIn("Straight line:", card)
        self.assertIn("The way is 1.4 times as long as the straight line.", card)

    def test_a_hostile_name_is_found_and_stays_text(self):
        find("#settlement-choice").send_keys(HOSTILE, Keys.ENTER)
        self.assertEqual(find("#map-card h3").text, HOSTILE)
        self.assertEqual(len(driver.find_elements(By.CSS_SELECTOR, "#map-card script")), 0)
        find("#settlement-choice").clear()
        find("#settlement-choice").send_keys("nowhere", Keys.ENTER)
        self.assertEqual(find("#map-card").text, "No settlement of that name.")

    def test_the_background_can_be_put_away(self):
        before = settled_pixels("background-roads")
        find("#background-choice").click()
        wait(lambda: pixels("background-roads") != before)
        self.assertEqual(texts(".place-name"), [])
        find("#background-choice").click()
        self.assertEqual(len(texts(".place-name")), 3)

    def test_the_map_fits_the_chosen_index_at_each_change(self):
        middle = "const bounds = desakota.map.shown(); return bounds.getCenter().lat"
        self.assertAlmostEqual(driver.execute_script(middle), -2.54, delta=0.01)
        Select(find("#index-choice")).select_by_visible_text("Routes")
        self.assertAlmostEqual(driver.execute_script(middle), -2.58, delta=0.01)
        fits = "return desakota.map.shown().contains(desakota.layers.boundsOf(desakota.data.map.indexes[2]))"
        self.assertTrue(driver.execute_script(fits))

    def test_the_place_is_kept_where_indexes_lie_over_one_another(self):
        shown = "return desakota.map.shown().toBBoxString()"
        whole = driver.execute_script(shown)
        find(".leaflet-control-zoom-in").click()
        before = driver.execute_script(shown)
        self.assertNotEqual(before, whole)
        Select(find("#season-choice")).select_by_visible_text("Wet season")
        self.assertEqual(driver.execute_script(shown), before)
        find("#whole-area").click()
        self.assertNotEqual(driver.execute_script(shown), before)

    def test_zooming_moves_the_map(self):
        before = settled_pixels()
        find(".leaflet-control-zoom-in").click()
        wait(lambda: pixels() != before)


class Tables(unittest.TestCase):
    def setUp(self):
        open_page()

    def test_sorting_works_both_ways(self):
        table = "#table-health_access_dry"
        open_boxes()
        heading = driver.find_elements(By.CSS_SELECTOR, f"{table} th")[2]
        heading.find_element(By.TAG_NAME, "button").click()
        self.assertEqual(heading.get_attribute("aria-sort"), "ascending")
        rising = column(table, 3)
        self.assertEqual(rising[:2], ["400", "400"])
        self.assertEqual(rising[-1], "–")
        heading.find_element(By.TAG_NAME, "button").click()
        self.assertEqual(heading.get_attribute("aria-sort"), "descending")
        self.assertEqual(column(table, 3)[0], "13,000")
        self.assertEqual(column(table, 3)[-1], "–")

    def test_filtering_works(self):
        table = "#table-health_access_dry"
        open_boxes()
        find(f"{table} input").send_keys("telang")
        self.assertEqual(len(column(table, 2)), 7)
        self.assertIn("Telangsari", column(table, 2))
        find(f"{table} input").send_keys("xyz")
        self.assertIn("No row contains that.", find(f"{table} .pager").text)

    def test_scripts_show_the_cells_that_stand_without(self):
        table = "#table-health_access_dry"
        with WithoutScripts():
            open_page()
            still = texts(f"{table} td")
        open_page()
        open_boxes()
        self.assertEqual(len(still), 42 * 5)
        self.assertEqual(texts(f"{table} td"), still)

    def test_hostile_names_stay_text_and_open_their_card(self):
        names = column("#priorities", 2)
        self.assertEqual(names[1], HOSTILE)
        driver.find_elements(By.CSS_SELECTOR, "#priorities tbody button")[1].click()
        self.assertEqual(find("#map-card h3").text, HOSTILE)


class EveryReader(unittest.TestCase):
    def test_the_keyboard_reaches_the_controls(self):
        open_page()
        reached = []
        for _ in range(45):
            ActionChains(driver).send_keys(Keys.TAB).perform()
            focused = driver.switch_to.active_element
            reached.append(focused.get_attribute("id") or focused.get_attribute("class") or focused.tag_name)
        self.assertEqual(reached[0], "skip")
        for control in ("index-choice", "season-choice", "settlement-choice", "whole-area", "background-choice",
                        "leaflet-control-zoom-in"):
            self.assertIn(control, reached)
        self.assertTrue(any("map-canvas" in name for name in reached))

    def test_much_stands_with_scripts_off(self):
        with WithoutScripts():
            open_page()
            self.assertTrue(find("#scripts-off").is_displayed())
            self.assertIn("4 settlements are not connected.", find("#findings").text)
            self.assertIn("Far and hungry.", find("#priorities").text)
            self.assertEqual(len(texts("#maps img[alt]")), 4)
            self.assertEqual(len(texts("#charts svg")), 4)
            self.assertEqual(len(texts("#table-health_access_dry tbody tr")), 42)
            self.assertFalse(find("#map").is_displayed())

    def test_a_phone_needs_no_sideways_scroll(self):
        phone = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", phone)
        try:
            open_page("id")
            open_boxes()
            widths = driver.execute_script(
                "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
            self.assertEqual(widths, [360, 360])
            priorities = driver.execute_script("const box = document.querySelector('#priorities table');"
                                               "return [box.scrollWidth, box.clientWidth]")
            self.assertEqual(priorities[0], priorities[1])
            self.assertTrue(all(cell.rect["x"] + cell.rect["width"] <= 360
                                for cell in driver.find_elements(By.CSS_SELECTOR, "#priorities td")))
            Select(find("#index-choice")).select_by_visible_text("Rute")
            self.assertFalse(find("#season-choice").is_displayed())
        finally:
            driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})

    def test_controls_and_pictures_have_names(self):
        open_page()
        nameless = driver.execute_script("""
            const named = (e) => e.labels?.length || e.getAttribute('aria-label') || e.textContent.trim() || e.title || e.alt;
            return [...document.querySelectorAll('input, select, button, img, canvas[role], main a, nav a')]
                .filter((e) => !named(e)).map((e) => e.outerHTML)""")
        self.assertEqual(nameless, [])
        self.assertEqual(find("html").get_attribute("lang"), "en")

    def test_the_page_speaks_indonesian(self):
        open_page("id")
        self.assertIn("Musim kemarau", find("#map").text)
        self.assertIn("Jarak tempuhnya", driver.execute_script("return desakota.text('way_ratio', 1)"))
        self.assertNotIn("Key findings", find("body").text)


if __name__ == "__main__":
    unittest.main()
