bar-smaller = Tamanho inicial

top-back = Voltar
top-home = Início

## Data e hora. As horas são contadas de 0 a 23.
time-date = { $weekday ->
    [1] seg.
    [2] ter.
    [3] qua.
    [4] qui.
    [5] sex.
    [6] sáb.
   *[other] dom.
}, { $day } de { $month ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[other] dezembro
}
time-clock = { $half ->
    [0] { $hour }
   *[other] { $hour ->
        [0] 12
        [1] 13
        [2] 14
        [3] 15
        [4] 16
        [5] 17
        [6] 18
        [7] 19
        [8] 20
        [9] 21
        [10] 22
       *[other] 23
    }
}h{ $minute ->
    [0] 00
    [1] 01
    [2] 02
    [3] 03
    [4] 04
    [5] 05
    [6] 06
    [7] 07
    [8] 08
    [9] 09
   *[other] { $minute }
}
time-unsure = relógio ainda não confirmado
time-both = { $date }, { $time }

wait-loading = Um momento, por favor.
wait-gone = Esta página não pode ser mostrada agora.
wait-gone-remedy = As outras páginas funcionam. Avise um funcionário por perto.
wait-empty = Ainda não há nada aqui.
wait-empty-remedy = Pergunte a uma pessoa. “Chamar alguém”, abaixo, mostra a quem perguntar.

time-ago-now = agora mesmo
time-ago-minutes = { $minutes ->
    [1] há 1 minuto
   *[other] há { $minutes } minutos
}
time-ago-hours = { $hours ->
    [1] há 1 hora
   *[other] há { $hours } horas
}
time-ago-days = { $days ->
    [1] há 1 dia
   *[other] há { $days } dias
}

number-decimal = ,
number-thousands = .
list-gap = {", "}
