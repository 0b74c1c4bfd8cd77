dossierSearch("t-36","A6 9TjS B0 k2B ")
<!-- dossier: search/ru/t-36.js -->
