dossierSearch("t-36","A6 8TjS B0 k2B ")
<!-- dossier: search/en/t-36.js -->
