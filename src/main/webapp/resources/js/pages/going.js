import { OtherPage } from "../views/other-page.js";

/**
 * Goes to a desktop room's page to share there at once. Browsers ask what to share only soon after a click, and forget
 * the click with the page on which it was made: so the next page takes this one's place without a navigation. Where
 * that fails the browser goes there as always, and the person clicks once more.
 */
export async function goAndShare(path, connection) {
  const address = `${path}&share`;
  try {
    const page = await OtherPage.read(address);
    await page.preload();
    connection.close();
    page.show(address);
  } catch (error) {
    console.warn("the page cannot take this one's place", error);
    window.location.assign(address);
  }
}
