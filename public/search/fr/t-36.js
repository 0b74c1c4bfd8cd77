dossierSearch("t-36","A6 8TiS B0 k2B ")
<!-- dossier: search/fr/t-36.js -->
