dossierSearch("t-44d","Aэт VtCmBNW0BNF0CUEblB9BMsBOEb7BLtBlBkB2BFVmBc2E6BE2BlCEeUkBkBjETVsBb8CdV9B Cот xF0U8EkLEjQ8C ")
<!-- dossier: search/ru/t-44d.js -->
