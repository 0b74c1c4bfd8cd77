dossierSearch("x-49",[])
<!-- dossier: search/fr/x-49.js -->
