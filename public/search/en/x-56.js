dossierSearch("x-56",[])
<!-- dossier: search/en/x-56.js -->
