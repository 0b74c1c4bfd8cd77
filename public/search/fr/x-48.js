dossierSearch("x-48",[])
<!-- dossier: search/fr/x-48.js -->
