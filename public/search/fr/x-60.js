dossierSearch("x-60",[])
<!-- dossier: search/fr/x-60.js -->
