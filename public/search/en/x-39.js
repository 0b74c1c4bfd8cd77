dossierSearch("x-39",[])
<!-- dossier: search/en/x-39.js -->
