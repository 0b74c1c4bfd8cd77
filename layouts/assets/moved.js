// Leads on to where the page is now, and to the same place of it. Where no script runs the
// page's <noscript> does; both at once would race each other.
{
  const { search, hash } = location;
  location.replace(document.currentScript.dataset.to + search + hash);
}
