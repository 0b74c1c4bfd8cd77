dossierSearch("t-71","Aquestion 8ElD1KsH6BzLkR Cot xF ")
<!-- dossier: search/en/t-71.js -->
