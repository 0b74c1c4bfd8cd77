dossierSearch("x-19",[[77],[79]])
<!-- dossier: search/fr/x-19.js -->
