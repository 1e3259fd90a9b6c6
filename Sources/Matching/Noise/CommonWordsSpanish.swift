extension CommonWords {
    /// Words of Spanish news: those that double as names with estimated figures, the others by their rank.
    static let spanish = WordList(
        language: "es",
        counted: """
            más 3600 90, país 620 34, tiempo 620 26, partido 620 70, nuevo 520 60, mundo 520 40, vida 520 22
            casa 420 50, frente 320 22, centro 320 50, martes 270 9, miércoles 270 8, jueves 270 9, viernes 270 9
            lunes 260 9, justicia 260 60, marzo 240 5, mayo 240 16, junio 240 4, septiembre 240 5, domingo 240 24
            enero 230 4, abril 230 7, julio 230 24, octubre 230 6, noviembre 230 5, diciembre 230 5, sábado 230 9
            febrero 220 4, agosto 220 5, ciudadanos 220 18, paz 160 45, grande 160 14, libertad 140 24, fuerte 140 7
            fuentes 140 16, podemos 140 26, unidos 140 130, largo 130 6, verdad 120 10, campo 120 12, mar 120 18
            victoria 110 24, rey 110 45, junta 110 60, luz 95 14, iglesia 95 60, bueno 90 12, costa 90 28
            razón 90 12, marca 90 8, amor 85 12, verano 75 7, cruz 75 60, papa 75 34, blanco 75 24, fuente 75 8
            río 75 28, puerto 75 34, nación 75 30, triunfo 75 3, santos 70 62, sol 65 16, esperanza 60 16
            ángeles 60 58, reyes 60 42, blanca 60 34, negro 60 12, verde 60 18, playa 60 16, unidas 60 50, fe 55 12
            reina 55 20, rojo 55 9, rosa 55 42, casas 55 4, isla 55 12, roja 45 14, azul 45 10, rico 45 14
            viejo 45 5, campos 45 14, valle 45 22, flores 45 26, león 40 34, torres 40 28, cielo 40 5, sumar 40 12
            invierno 35 4, primavera 35 7, honor 35 4, suerte 35 4, ángel 35 30, casado 35 6, iglesias 35 26
            torre 35 16, castillo 35 26, estrella 35 7, salvador 34 32, moreno 28 24, guerrero 28 22, ríos 28 12
            sierra 28 20, rojas 28 18, luna 28 11, alegría 25 3, príncipe 25 10, caballo 25 3, otoño 22 3
            gloria 22 9, mercedes 22 20, felicidad 22 3, obispo 22 4, pastor 22 14, bravo 22 16, franco 22 17
            monte 22 9, flor 22 6, caballero 20 12, gracia 18 4, pilar 18 14, conde 18 14, cardenal 18 9, cura 18 2
            amarillo 18 2, toro 18 6, vega 18 16, ramos 18 14, peña 18 13, roca 18 7, as 18 9, amparo 18 8
            rosario 16 14, rubio 16 13, lobo 16 9, gato 16 4, delgado 16 13, prado 16 13, vanguardia 16 7
            corona 16 5, dolores 14 5, soledad 14 5, paciencia 14 1.5, concepción 14 7, duque 14 10, gris 14 2
            montes 14 7, laguna 14 7, sport 14 9, gallo 12 6, vaca 12 3, hidalgo 12 11, gordo 12 4, leal 12 3
            ribera 12 6, chile 12 3, polo 12 4, marqués 10 5, águila 10 4, tigre 10 4, arroyo 10 6, caridad 9 3
            prudencia 9 1.5, constancia 9 1, asunción 9 6, violeta 9 5, paloma 9 6, oso 9 2, zapatero 9 8, bello 9 4
            consuelo 8 3, remedios 8 4, milagros 8 3, cortés 8 6, cordero 7 4, nieves 7 5, socorro 7 3, pino 7 4
            barón 6 3, pardo 6 4, calvo 6 5, china 6 0.5, inmaculada 5 4, zorro 5 2, herrero 5 4, crespo 5 5
            encarnación 4 3, halcón 4 1.5, sastre 4 2.5, barbero 4 1.5, olivo 4 1.5, carpintero 3 1, cantero 3 2.4
            escudero 3 2.5, manzano 3 2, clarín 3 2, molinero 2 1.5, cuba 2 0.6
            """,
        ranked: """
            de la que el en y a los del se las por un con no una su para es al lo como o ha sus le ya fue este pero
            entre también desde era esta cuando hasta sobre dos ser son sin hay todo muy años me ayer ni había si
            donde mi porque sólo han está uno quien tiene yo hace gobierno parte presidente después dijo eso otro
            ese aunque todos contra así ante esto ellos durante hoy antes algunos siempre cada tres otros según
            menos mientras bien año él estado estos ella día además nos poco ahora siendo ministro general primera
            misma vez tanto política mejor hecho están toda puede primer aún hacer mayor cual sea tienen debe ciudad
            millones grupo pues entonces otra desarrollo seguridad dentro nacional personas nada tal unos sido
            trabajo esa lugar lado mismo días sistema través fueron forma meses hacia hombre mujer mujeres hombres
            estas estaba gente momento casi cuatro acuerdo manera final nueva social empresa pesar ello empresas
            cuenta fin problema problemas situación tener medio decir caso hizo cosa cosas horas noche mañana semana
            hora punto agua tierra tarde libro joven niños niño hijo hijos padre madre familia nombre mano ojos
            cabeza guerra muerte policía ejército ataque víctimas autoridades fuerzas militar militares juez
            tribunal juicio ley leyes derecho derechos cárcel delito delitos investigación fiscal fiscalía abogado
            denuncia corrupción secretario director jefe líder representante diputado diputados senado congreso
            oposición candidato candidata elecciones votos voto campaña encuesta resultados resultado mayoría
            reforma constitución presupuesto economía económica económico crisis mercado precio precios dólares
            euros pesos banco dinero deuda inflación crecimiento empleo paro trabajadores sindicatos salario
            impuestos inversión producción petróleo gas energía industria comercio exportaciones internacional
            europea europeo unión relaciones frontera migrantes inmigrantes negociaciones diálogo conflicto
            terrorismo violencia protesta protestas manifestación calle calles barrio zona región provincia
            municipio alcalde ayuntamiento comunidad población habitantes vecinos salud hospital médicos médico
            pacientes vacuna enfermedad educación escuela universidad estudiantes profesores profesor estudio
            ciencia cultura arte música película cine televisión radio prensa periodista periodistas periódico
            diario noticia noticias información entrevista declaraciones mensaje redes sociales foto imágenes vídeo
            internet equipo partidos jugador jugadores entrenador liga copa club goles gol temporada minutos minuto
            segundo segunda tercero tercera campeón torneo estadio afición cinco seis siete ocho nueve diez mil
            cientos último última últimos últimas próximo próxima pasado pasada actual nuevos nuevas buena buenos
            mala malo importante posible necesario difícil alto alta bajo baja propio propia público pública privado
            diferentes principales primero siguiente único única cierto claro temprano cerca lejos fuera arriba
            abajo detrás junto aquí allí ahí luego nunca quizá quizás tampoco todavía apenas incluso excepto salvo
            mediante qué quién cuál cómo cuándo dónde cuánto nosotros usted ustedes les te tu ti cuyo cuya algo
            alguien nadie ninguno ninguna cualquier varios varias muchos muchas mucho mucha pocos demás ambos otras
            tan ir va van dar da hacía hará podrá podría pueden deben debería sería serán será tenía tenido tendrá
            haber hubo habrá habían estar estuvo estaban dice dicen explicó aseguró señaló afirmó indicó anunció
            agregó añadió sostuvo confirmó informó llegó llegar salir pasar seguir quedar poner creer ver saber
            querer quiere llevar lleva dejar encontrar llamar hablar conocer parece trata realizar recibir cambio
            apoyo decisión plan proyecto programa proceso servicio servicios objetivo motivo efecto nivel tipo
            """)
}
