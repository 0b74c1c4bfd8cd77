dossierSearch("t-37","A7 7HzDrQvOqIDpI5B B5 lfvO-G C_я_годовщин_побед= 3tB Ce 3tB D_anniversaire_de_la_victoire= 3tB Cth 3tB E_anniversary_of_the_victory= 3tB B_й_во_баз= 3qB Cю_во_баз= 3qB Cя_во_баз= 3qB Be 3qB C_base_militaire= 3qB Bth 3qB D_military_base= 3qB ")
<!-- dossier: search/ru/t-37.js -->
