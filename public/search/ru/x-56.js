dossierSearch("x-56",[])
<!-- dossier: search/ru/x-56.js -->
