dossierSearch("t-6a","Ajanuari 2H9IqV Boin xFjCzD8GhpB0B Et uB0BsIjB7B-GKuCkDEmOdqHD Cur 3tB E_de_la_victoir= 3tB Budgement j7B Cne tEuQcqG8CU8FzN-C6E Csqu vsB ")
<!-- dossier: search/en/t-6a.js -->
