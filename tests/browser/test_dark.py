"""In the dark the page has other colours, and nothing else is other than in the light."""

from __future__ import annotations

import pytest
from playwright.async_api import Page

from rehearsal.web.page import STATIC

pytestmark = pytest.mark.asyncio(loop_scope="session")

#: Keeps what is computed for each element, and tells what is computed differently later.
LOOK = """() => {
  window.look = () => [...document.querySelectorAll("*")].map((node) => {
    const style = getComputedStyle(node);
    return Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)]));
  });
  window.looked = window.look();
}"""
OTHERS = """() => [...new Set(window.look().flatMap((style, at) =>
  Object.keys(style).filter((name) => style[name] !== window.looked[at]?.[name])))]"""
#: Made of colours, though not called so.
COLOURED = ("background-image", "box-shadow", "fill", "stroke")
PLANT_DARK = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("@media (prefers-color-scheme: dark) { header { padding-top: 99px } }");
  document.adoptedStyleSheets = [sheet];
}"""


async def test_in_the_dark_only_colours_are_others(lasting_page: Page) -> None:
    """So `hold` (test_accessibility.py) may ask in the dark for colours alone: no file asks for it."""

    async def others() -> list[str]:
        """What is computed differently of at least one element."""
        await lasting_page.emulate_media(color_scheme="light")
        await lasting_page.evaluate(LOOK)
        await lasting_page.emulate_media(color_scheme="dark")
        return [str(each) for each in await lasting_page.evaluate(OTHERS)]

    asking = [each.name for each in STATIC.rglob("*.*s") if "prefers-color-scheme" in each.read_text("utf-8")]
    assert asking == []
    assert "background-color" in await others()
    assert [each for each in await others() if "color" not in each and each not in COLOURED] == []
    await lasting_page.evaluate(PLANT_DARK)
    assert "padding-top" in await others()
