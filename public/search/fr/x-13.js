dossierSearch("x-13",[])
<!-- dossier: search/fr/x-13.js -->
