dossierSearch("x-17",[])
<!-- dossier: search/fr/x-17.js -->
