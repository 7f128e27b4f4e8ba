#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The HTML report in a browser: usage: browser.py SOURCE COMMAND [FOLDER]

Opens reports in headless Chromium, 360 and 900 pixels wide and as on paper, light and dark, and
measures: nothing is wider than the page, nothing is said on the console, nothing is asked of the
network, words have a contrast of 4.5 on what is behind them, and what should be seen is seen.
Exits with 77 where there is no Chromium. FOLDER gets the pictures.
"""
from __future__ import annotations

import base64
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

failures = 0

# What is said here runs in the page by the browser's own door, which the page's policy does not shut.
MEASURE = """(() => {
  const lum = c => { const f = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    return 0.2126 * f(c[0]) + 0.7152 * f(c[1]) + 0.0722 * f(c[2]); };
  const rgb = text => (text.match(/[\\d.]+/g) || []).map(Number);
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.backgroundColor = 'Canvas';
  const canvas = getComputedStyle(probe).backgroundColor;
  probe.remove();
  const ground = e => { for (; e; e = e.parentElement) {
      const c = rgb(getComputedStyle(e).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c; }
    return rgb(canvas); };
  const wide = document.documentElement.clientWidth, out = [], dim = [];
  for (const e of document.body.querySelectorAll('*')) {
    if (e.closest('.signs')) continue;
    const box = e.getBoundingClientRect();
    if (box.right > wide + 0.5 || box.left < -0.5) out.push(e.tagName + '.' + e.getAttribute('class'));
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
    const style = getComputedStyle(e);
    const a = lum(rgb(e.closest('svg') ? style.fill : style.color)), b = lum(ground(e));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) dim.push(ratio.toFixed(2) + ' ' + e.textContent.slice(0, 30));
  }
  const size = e => parseFloat(getComputedStyle(e).fontSize);
  return {
    scroll: document.documentElement.scrollWidth, wide, out, dim,
    small: [...document.body.querySelectorAll('p, td, th, text, code')].filter(e => size(e) < 11).length,
    styled: getComputedStyle(document.querySelector('h1')).fontWeight === '650',
    alien: document.querySelectorAll('script, img, iframe, object, link, a, [onclick], [style], form').length,
    bar: document.querySelector('.bar .fill').getBoundingClientRect().width
      / document.querySelector('.bar .track').getBoundingClientRect().width,
    signs: [...document.querySelectorAll('.sign svg')].every(e => e.getBoundingClientRect().width > 8),
    landmarks: ['header', 'main', 'footer', 'h1'].every(n => document.querySelectorAll('body ' + n).length === 1),
    lang: document.documentElement.lang,
    height: document.documentElement.scrollHeight,
  };
})()"""


def fails(sentence: str) -> None:
    global failures
    failures += 1
    print(f"not so: {sentence}")


class Browser:
    """Chromium, spoken to through two pipes: JSON messages, each ended by a NUL."""

    def __init__(self, program: str, home: str) -> None:
        theirs_in, self.out = os.pipe()
        self.into, theirs_out = os.pipe()
        line = 'exec "$@" 3<&%d 4>&%d' % (theirs_in, theirs_out)
        self.process = subprocess.Popen(
            ["bash", "-c", line, "bash", program, "--headless=new", "--no-sandbox", "--disable-gpu",
             "--hide-scrollbars", "--remote-debugging-pipe", f"--user-data-dir={home}", "about:blank"],
            pass_fds=(theirs_in, theirs_out), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(theirs_in)
        os.close(theirs_out)
        self.numbers = itertools.count(1)
        self.rest = b""
        self.events: list[dict[str, Any]] = []
        self.session = ""

    def read(self) -> dict[str, Any]:
        while b"\0" not in self.rest:
            more = os.read(self.into, 1 << 16)
            if not more:
                sys.exit("Chromium went away")
            self.rest += more
        message, _, self.rest = self.rest.partition(b"\0")
        return json.loads(message)

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        number = next(self.numbers)
        message = {"id": number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == number:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait(self, event: str) -> None:
        while not any(seen.get("method") == event for seen in self.events):
            self.events.append(self.read())

    def open_page(self) -> None:
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Log", "Runtime", "Network"):
            self.ask(f"{domain}.enable")

    def close(self) -> None:
        self.session = ""
        os.write(self.out, b'{"id":0,"method":"Browser.close"}\0')
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


VIEWS = [  # name, width, medium, scheme
    ("phone", 360, "screen", "light"),
    ("phone-dark", 360, "screen", "dark"),
    ("desk", 900, "screen", "light"),
    ("desk-dark", 900, "screen", "dark"),
    ("paper", 680, "print", "dark"),
]


def check_view(browser: Browser, name: str, page: Path, percent: float, pictures: Path | None) -> None:
    for view, width, medium, scheme in VIEWS:
        called = f"{name}, {view}"
        browser.events.clear()
        browser.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1,
                    mobile=width < 500)
        browser.ask("Emulation.setEmulatedMedia", media=medium,
                    features=[{"name": "prefers-color-scheme", "value": scheme}])
        browser.ask("Page.navigate", url=page.as_uri())
        browser.wait("Page.loadEventFired")
        seen = browser.ask("Runtime.evaluate", expression=MEASURE, returnByValue=True)["result"]["value"]
        if seen["scroll"] > seen["wide"] or seen["out"]:
            fails(f"{called}: nothing is wider than {width}: {seen['scroll']} {seen['out'][:5]}")
        if seen["dim"]:
            fails(f"{called}: contrast of 4.5: {seen['dim'][:5]}")
        if abs(seen["bar"] - percent / 100) > 0.002:
            fails(f"{called}: the bar is filled to {percent}: {seen['bar']}")
        for what in ("small", "alien"):
            if seen[what]:
                fails(f"{called}: nothing is {what}: {seen[what]}")
        for what in ("styled", "signs", "landmarks", "lang"):
            if not seen[what]:
                fails(f"{called}: {what}")
        for event in browser.events:
            method, told = event.get("method"), event.get("params", {})
            if method in ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
                fails(f"{called}: the console is silent: {json.dumps(told)[:300]}")
            url = told.get("request", {}).get("url", "file:")
            if method == "Network.requestWillBeSent" and not url.startswith("file:"):
                fails(f"{called}: the network is silent: {url}")
        if pictures:
            browser.ask("Emulation.setDeviceMetricsOverride", width=width, height=seen["height"],
                        deviceScaleFactor=1, mobile=width < 500)
            shot = browser.ask("Page.captureScreenshot", format="png")["data"]
            (pictures / f"{name}-{view}.png").write_bytes(base64.b64decode(shot))
    browser.ask("Emulation.setEmulatedMedia", media="")
    paper = base64.b64decode(browser.ask("Page.printToPDF", preferCSSPageSize=True)["data"])
    if not paper.startswith(b"%PDF"):
        fails(f"{name}: it prints")
    if pictures:
        (pictures / f"{name}.pdf").write_bytes(paper)


def reports(source: Path, command: str, work: Path) -> list[tuple[str, Path, float]]:
    """The example, and what is long, wide, hostile or empty."""
    folders = {"example": source / "examples" / "data"}
    for name in ("tiers-from-words-lists-and-fields", "silence-about-travel-is-unknown",
                 "patterns-are-not-run-unasked", "a-posting-that-asks-for-nothing",
                 "knock-outs-stand-beside-the-percentage", "bands-of-a-policy"):
        folders[name] = source / "tests" / "cases" / name
    hostile = work / "hostile"
    hostile.mkdir()
    long = "Pneumono" * 40
    (hostile / "posting.yaml").write_text(
        "title: \"<script>alert(1)</script> & \\u202e 'x' " + long + "\"\nrequirements:\n"
        f"  - '{long}'\n  - SQL, {long} and Git\n  - '</title></style><img src=//x onerror=alert(1)>'\n"
        "  - {text: '\u05e9\u05dc\u05d5\u05dd SQL \u0645\u0631\u062d\u0628\u0627', tier: must-have, weight: 2.125}\n"
        "  - Willingness to travel 25 %\n  - Team player\npreferred: ['" + "\u5e02" * 200 + "']\n",
        encoding="utf-8")
    (hostile / "profile.yaml").write_text(f"skills: [SQL, '{long}', '<b>Git']\n", encoding="utf-8")
    folders["hostile"] = hostile
    made = []
    for name, folder in folders.items():
        args = folder / "args"
        words = args.read_text(encoding="utf-8").split() if args.exists() else []
        line = [command, "score", "--as-of", "2026-01-01", *words, "posting.yaml", "profile.yaml"]
        told = json.loads(subprocess.run([*line, "-f", "json"], cwd=folder, capture_output=True).stdout)
        page = work / f"{name}.html"
        page.write_bytes(subprocess.run([*line, "-f", "html"], cwd=folder, capture_output=True).stdout)
        made.append((name, page, told["percent"]))
    return made


def main() -> int:
    if len(sys.argv) not in (3, 4):
        print("usage: browser.py SOURCE COMMAND [FOLDER]", file=sys.stderr)
        return 2
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None or shutil.which("bash") is None:
        print("Chromium is not installed: the page is not looked at")
        return 77
    source, command = Path(sys.argv[1]).resolve(), str(Path(sys.argv[2]).resolve())
    pictures = Path(sys.argv[3]) if len(sys.argv) == 4 else None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = Browser(program, f"{folder}/home")
        try:
            browser.open_page()
            for name, page, percent in reports(source, command, Path(folder)):
                check_view(browser, name, page, percent, pictures)
        finally:
            browser.close()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
