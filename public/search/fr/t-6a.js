dossierSearch("t-6a","Ajanv 2H9IqV Boint xF Cur kIqDjIqC-DzB7JvHjQ E_de_la_victoir= 3tB Dxt 0X Bug 7MrPze Cin tEuQcqG7CU8FzN-C6E Csqu sHsSqC8J_FrH5H0B ")
<!-- dossier: search/fr/t-6a.js -->
