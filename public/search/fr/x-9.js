dossierSearch("x-9",[])
<!-- dossier: search/fr/x-9.js -->
