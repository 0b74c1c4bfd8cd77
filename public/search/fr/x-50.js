dossierSearch("x-50",[])
<!-- dossier: search/fr/x-50.js -->
