dossierSearch("t-75","Au _K Bkraine vmB H= vmB Bn vqB C= vqB Ce _X Cies vqB Ds _K Dted _Kvf G_nations= vqB Hstates= _K N_of_america= _K Bs _KvP C= _K C_withdrawal_from_the_inf_treaty= va Ca _K D= _K Bzbekistan _O K= _O ")
<!-- dossier: search/ru/t-75.js -->
