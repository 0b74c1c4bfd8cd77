dossierSearch("x-19",[[77],[79]])
<!-- dossier: search/ru/x-19.js -->
