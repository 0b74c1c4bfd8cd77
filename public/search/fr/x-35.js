dossierSearch("x-35",[])
<!-- dossier: search/fr/x-35.js -->
