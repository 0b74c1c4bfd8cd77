dossierSearch("x-56",[])
<!-- dossier: search/fr/x-56.js -->
