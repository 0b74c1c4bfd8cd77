dossierSearch("x-19",[[77],[79]])
<!-- dossier: search/en/x-19.js -->
