dossierSearch("t-38","A8 7M7GrIyJzN B601 59B ")
<!-- dossier: search/fr/t-38.js -->
