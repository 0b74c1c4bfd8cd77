dossierSearch("x-15",[])
<!-- dossier: search/fr/x-15.js -->
