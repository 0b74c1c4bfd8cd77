dossierSearch("t-71","Aquestion 8ElD1KsH6BzLkR Cot xF ")
