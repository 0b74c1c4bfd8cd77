dossierSearch("x-41",[])
<!-- dossier: search/fr/x-41.js -->
